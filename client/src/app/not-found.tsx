import { Link } from 'wouter'
import { CardPage } from '../page/card-page.tsx'
import { path, PLACES } from './path.ts'

export function NotFound() {
  return (
    <CardPage
      places={PLACES}
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
