import type { ApiFailure } from '../session/api-failure.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

export interface LoadFailedProps {
  readonly failure: ApiFailure
  /** What is missing because of it, as a sentence. */
  readonly missing: string
  readonly onRetry: () => void
}

/** Why a page has not got what it shows, and the way to ask again. */
export function LoadFailed({ failure, missing, onRetry }: LoadFailedProps) {
  return (
    <Notice
      tone="bad"
      title={failure.message}
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {missing} {failure.hint}
    </Notice>
  )
}
