import { Component, type ReactNode } from 'react'
import { CardPage } from '../page/card-page.tsx'
import { Button } from '../ui/button.tsx'
import { PLACES } from './path.ts'

interface Props {
  readonly children: ReactNode
}

/** In place of a page that cannot go on. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <CardPage
        places={PLACES}
        title="This page stopped working"
        text="What was saved is safe on the server, and edits that were waiting are kept in this browser. Reload to go on."
        actions={
          <Button look="primary" wide onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        }
      />
    )
  }
}
