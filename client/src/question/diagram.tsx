import mermaid from 'mermaid'
import { useEffect, useState } from 'react'
import { useTheme, type Theme } from '../ui/theme.ts'
import styles from './diagram.module.css'

type Drawing =
  | { readonly state: 'drawing' }
  | {
      readonly state: 'drawn'
      readonly theme: Theme
      readonly url: string
      readonly width: number
      readonly height: number
    }
  | { readonly state: 'failed' }

export interface DiagramProps {
  /** Mermaid source. */
  readonly source: string
  /** What the picture shows, for those who cannot see it. */
  readonly name: string
}

/** A Mermaid diagram as a picture: as an image it can neither run anything nor ask anybody for anything. */
export function Diagram({ source, name }: DiagramProps) {
  const theme = useTheme()
  const [drawing, setDrawing] = useState<Drawing>({ state: 'drawing' })

  useEffect(() => {
    let gone = false
    let made: string | undefined
    draw(source, theme).then(
      (picture) => {
        if (gone) return
        made = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
        setDrawing({ state: 'drawn', theme, url: made, width: picture.width, height: picture.height })
      },
      () => {
        if (!gone) setDrawing({ state: 'failed' })
      },
    )
    return () => {
      gone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [source, theme])

  if (drawing.state === 'failed') return <p className={styles.failed}>This design cannot be drawn here.</p>
  if (drawing.state === 'drawing') return <div className={styles.space} aria-busy />
  return (
    <a
      className={styles.link}
      data-drawn={drawing.theme}
      href={drawing.url}
      target="_blank"
      rel="noreferrer"
      title="Open the picture"
    >
      <img
        className={styles.picture}
        src={drawing.url}
        alt={name}
        width={drawing.width}
        height={drawing.height}
      />
    </a>
  )
}

// Mermaid keeps its settings in one place and draws one diagram at a time.
let queue: Promise<unknown> = Promise.resolve()
let drawn = 0

function draw(source: string, theme: Theme) {
  const next = queue.then(async () => {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: theme === 'dark' ? 'dark' : 'neutral',
      fontFamily: 'system-ui, sans-serif',
      // Labels as SVG text: HTML inside an image is not drawn everywhere.
      htmlLabels: false,
      flowchart: { htmlLabels: false },
    })
    const picture = await render(source)
    if (picture.width / picture.height < TOO_WIDE || !LEFT_TO_RIGHT.test(source)) return picture
    return render(source.replace(LEFT_TO_RIGHT, 'flowchart TB'))
  })
  queue = next.catch(() => undefined)
  return next
}

async function render(source: string) {
  drawn += 1
  const { svg } = await mermaid.render(`reference-${drawn}`, source)
  return withSize(svg)
}

/** A chart this much wider than high is drawn from top to bottom instead, or nobody could read its boxes. */
const TOO_WIDE = 2.2
const LEFT_TO_RIGHT = /^flowchart LR\b/

/** An image needs a size of its own; Mermaid only gives a view box. */
function withSize(svg: string): { svg: string; width: number; height: number } {
  const [, , width = 600, height = 400] = /viewBox="([^"]+)"/.exec(svg)?.[1]?.split(/\s+/).map(Number) ?? []
  const sized = svg.replace(/<svg /, `<svg height="${height}" `).replace(/width="100%"/, `width="${width}"`)
  return { svg: sized, width: Math.ceil(width), height: Math.ceil(height) }
}
