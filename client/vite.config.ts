import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the server is while the client is served by Vite. */
const server = process.env.DRAWBAR_SERVER ?? 'http://127.0.0.1:3001'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // tldraw's icons are parts of one file, addressed by fragment: it must stay a file.
    assetsInlineLimit: 0,
    // The canvas is one large chunk that only rooms and records load; the bundle gate watches what the home page loads.
    chunkSizeWarningLimit: 2_500,
  },
  // Its files are imported by address (`?url`), which bundling it ahead for development would break.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: {
    proxy: {
      '/api': server,
      '/healthz': server,
      '/ws': { target: server, ws: true },
    },
  },
})
