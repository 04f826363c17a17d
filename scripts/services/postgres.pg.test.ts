import { connect } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'

it('a PostgreSQL answers where TEST_DATABASE_URL points', async () => {
  const { hostname, port } = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  const socket = connect(Number(port), hostname)
  // Its SSLRequest: length 8, code 80877103. A PostgreSQL answers with one letter, N when it has no certificate.
  socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]))
  const [answer]: Buffer[] = await once(socket, 'data')
  socket.destroy()
  expect(answer?.toString()).toBe('N')
})
