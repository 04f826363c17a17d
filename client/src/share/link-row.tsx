import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import { Link2Off, QrCode } from 'lucide-react'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { CopyButton } from '../ui/copy-button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { addToast } from '../ui/toasts.ts'
import type { ShownLink } from './known-links.ts'
import styles from './share-sheet.module.css'

export interface LinkRowProps {
  readonly link: ShownLink
  readonly onRevoke: () => void
}

/** One link: copy it, show it as a QR code, revoke it. */
export function LinkRow({ link, onRevoke }: LinkRowProps) {
  const [showsCode, setShowsCode] = useState(false)
  const { url } = link
  const role = ROLE_NAMES[link.role].toLowerCase()
  const revoke = (
    <IconButton label={`Revoke this ${role} link`} onClick={onRevoke}>
      <Link2Off size={16} aria-hidden />
    </IconButton>
  )

  if (url === null) {
    return (
      <div className={styles.link}>
        <p className={styles.unknown}>
          A link made {dayAndTime(link.createdAt)} in another browser. Its address is told only once, to
          whoever makes it.
        </p>
        {revoke}
      </div>
    )
  }
  return (
    <>
      <div className={styles.link}>
        <span className={styles.url} title={url}>
          {url}
        </span>
        <CopyButton
          text={url}
          label={`Copy the ${role} link`}
          look={link.role === 'candidate' ? 'primary' : 'secondary'}
          onRefused={() =>
            addToast({
              tone: 'bad',
              title: 'The browser did not allow copying.',
              detail: 'Select the link and copy it by hand, or show the QR code.',
            })
          }
        />
        <IconButton
          label={`QR code of the ${role} link`}
          aria-expanded={showsCode}
          onClick={() => setShowsCode(!showsCode)}
        >
          <QrCode size={16} aria-hidden />
        </IconButton>
        {revoke}
      </div>
      {showsCode ? (
        <div className={styles.code}>
          <QRCodeSVG className={styles.qr} value={url} size={160} title={`QR code of the ${role} link`} />
          <p className={styles.qrText}>Point a phone’s camera at it to join as {role} there.</p>
        </div>
      ) : null}
    </>
  )
}

function dayAndTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
