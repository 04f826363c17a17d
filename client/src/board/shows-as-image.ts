/**
 * Whether the browser can show a file as an image. tldraw finds out as well, and writes every image that is damaged to the
 * console as an error, though the person is told.
 */
export function showsAsImage(file: Blob): Promise<boolean> {
  const url = URL.createObjectURL(file)
  const image = new Image()
  return new Promise<boolean>((resolve) => {
    image.addEventListener('load', () => resolve(true))
    image.addEventListener('error', () => resolve(false))
    image.src = url
  }).finally(() => URL.revokeObjectURL(url))
}
