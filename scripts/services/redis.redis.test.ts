import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'

it('a Redis answers where TEST_REDIS_URL points', async () => {
  const { hostname, port } = new URL(process.env['TEST_REDIS_URL'] ?? '')
  const socket = connect(Number(port), hostname)
  socket.write('PING\r\n')
  const [answer]: Buffer[] = await once(socket, 'data')
  socket.destroy()
  expect(answer?.toString()).toBe('+PONG\r\n')
})
