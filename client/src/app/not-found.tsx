import { Link } from 'wouter'
import { CardPage } from '../home/card-page.tsx'
import { path } from './path.ts'

export function NotFound() {
  return (
    <CardPage
      homeHref={path.home()}
      title="There is no page here"
      text={
        <>
          If you followed an invitation, copy the whole link. Otherwise{' '}
          <Link href={path.home()}>go to the start page</Link>.
        </>
      }
    />
  )
}
