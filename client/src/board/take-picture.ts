import { getSvgAsImage, type Editor, type TLPage } from 'tldraw'

/** Room around the drawing, in page pixels. */
const PADDING = 32
const PNG_SCALE = 2
/** Height of the line with a page's name, where there are several. */
const HEADING = 40

export interface BoardPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * Pages as one picture on a light ground, whatever the theme on screen: under each other, each under its name where
 * there are several. Null when nothing is on them. Turns to each page in passing.
 */
export async function pagesAsSvg(editor: Editor, pages: readonly TLPage[]): Promise<BoardPicture | null> {
  const pictures: { readonly page: TLPage; readonly picture: BoardPicture }[] = []
  for (const page of pages) {
    const picture = await pageAsSvg(editor, page)
    if (picture) pictures.push({ page, picture })
  }
  const [first] = pictures
  if (!first) return null
  return pictures.length === 1 ? first.picture : underEachOther(pictures)
}

export async function pagesAsPng(editor: Editor, pages: readonly TLPage[]): Promise<Blob | null> {
  const picture = await pagesAsSvg(editor, pages)
  if (!picture) return null
  return getSvgAsImage(picture.svg, {
    type: 'png',
    width: picture.width,
    height: picture.height,
    pixelRatio: PNG_SCALE,
  })
}

async function pageAsSvg(editor: Editor, page: TLPage): Promise<BoardPicture | null> {
  const shapes = [...editor.getPageShapeIds(page)]
  if (shapes.length === 0) return null
  // Only what is on the editor's own page is drawn.
  if (editor.getCurrentPageId() !== page.id) editor.setCurrentPage(page.id)
  await editor.fonts.loadRequiredFontsForCurrentPage(editor.options.maxFontsToLoadBeforeRender)
  const picture = await editor.getSvgString(shapes, { background: true, darkMode: false, padding: PADDING })
  return picture ?? null
}

function underEachOther(
  pages: readonly { readonly page: TLPage; readonly picture: BoardPicture }[],
): BoardPicture {
  const width = Math.max(...pages.map(({ picture }) => picture.width))
  let y = 0
  const parts: string[] = []
  for (const { page, picture } of pages) {
    parts.push(
      `<text x="${PADDING}" y="${y + 26}" font-family="sans-serif" font-size="16" fill="#475160">${escapeXml(page.name)}</text>`,
      `<svg y="${y + HEADING}" ${picture.svg.replace(/^<svg/, '')}`,
    )
    y += HEADING + picture.height
  }
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}">`
  const ground = `<rect width="${width}" height="${y}" fill="#f9fafb"/>`
  return { svg: `${open}${ground}${parts.join('')}</svg>`, width, height: y }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
