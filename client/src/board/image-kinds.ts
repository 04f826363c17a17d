/** The images a board takes. SVG is not among them: it can carry scripts and links. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const

const IMAGE_TYPE_SET: ReadonlySet<string> = new Set(IMAGE_TYPES)

export function isImageType(type: string): boolean {
  return IMAGE_TYPE_SET.has(type)
}
