import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

const SHOWN_MS = 2000

export interface CopyButtonProps extends Pick<ButtonProps, 'look' | 'size'> {
  readonly text: string
  /** What is copied, for its name: "Copy the candidate's link". */
  readonly label: string
  /** The clipboard refused (an insecure page, a browser's setting). */
  readonly onRefused?: () => void
}

/** Copies a text, and says that it did. */
export function CopyButton({ text, label, onRefused, look, size }: CopyButtonProps) {
  const [copied, setCopied] = useState(0)

  useEffect(() => {
    if (copied === 0) return undefined
    const timer = setTimeout(() => setCopied(0), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    if (await copyText(text)) setCopied((times) => times + 1)
    else onRefused?.()
  }

  const Icon = copied > 0 ? Check : Copy
  return (
    <Button look={look ?? 'secondary'} size={size ?? 'medium'} aria-label={label} onClick={() => void copy()}>
      <Icon size={14} aria-hidden />
      {copied > 0 ? 'Copied' : 'Copy'}
      <span aria-live="polite">{copied > 0 ? <VisuallyHidden>Copied</VisuallyHidden> : null}</span>
    </Button>
  )
}

/** False where the browser does not allow it. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByCommand(text)
  }
}

/** Plain http on another host than localhost has no clipboard to write to, but still the command behind Ctrl+C. */
function copyByCommand(text: string): boolean {
  let taken = false
  function fill(event: ClipboardEvent): void {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    taken = event.clipboardData !== null
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  return done && taken
}
