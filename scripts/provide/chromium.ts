import { chromium } from '@playwright/test'
import { runCommand } from '../run/command.ts'
import { canInstallPackages, installPackages } from './apt.ts'
import { findExecutable, isExecutable } from './find-executable.ts'

const INSTALLED = ['chromium', 'google-chrome', 'chromium-browser', 'google-chrome-stable']
const MAC_FOLDERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export interface Provided {
  path: string
  /** One line on what it is and where it came from. */
  line: string
}

export interface NotProvided {
  path: null
  line: string
}

/**
 * A Chromium that starts: the one `CHROMIUM_PATH` names, an installed one, Playwright's, one that Playwright
 * downloads, or Debian's package. `print` hears about everything that takes long.
 */
export async function provideChromium(print: (line: string) => void): Promise<Provided | NotProvided> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    return (await starting(named, 'CHROMIUM_PATH')) ?? missing(`CHROMIUM_PATH=${named} does not start`)
  }
  const present = await installedChromium()
  if (present !== null) return present

  print('Chromium: none installed, asking Playwright to download one')
  const download = await runCommand({
    command: 'playwright',
    args: ['install', 'chromium'],
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeoutMs: 300_000,
  })
  const downloaded = await starting(chromium.executablePath(), 'downloaded by Playwright')
  if (downloaded !== null) return downloaded
  if (!canInstallPackages()) {
    return missing(`Playwright could not provide one:\n${lastLines(download.output)}`)
  }

  print('Chromium: that did not do, installing the package chromium with apt-get')
  const apt = await installPackages(['chromium'])
  return (
    (await installedChromium()) ?? missing(`apt-get could not install chromium:\n${lastLines(apt.output)}`)
  )
}

async function installedChromium(): Promise<Provided | null> {
  const onPath = findExecutable(INSTALLED)
  const candidates = [...(onPath === null ? [] : [onPath]), ...MAC_FOLDERS]
  for (const path of candidates) {
    const found = await starting(path, 'installed')
    if (found !== null) return found
  }
  return starting(chromium.executablePath(), "Playwright's own")
}

/** A downloaded Chromium may lack shared libraries, so it has to say its version before it counts. */
async function starting(path: string, origin: string): Promise<Provided | null> {
  if (!isExecutable(path)) return null
  const { ok, output } = await runCommand({ command: path, args: ['--version'], timeoutMs: 20_000 })
  if (!ok) return null
  const version = output.match(/\S* ?\d+(\.\d+)+/)?.[0] ?? 'unknown version'
  return { path, line: `Chromium: ${version.trim()}, ${origin}, ${path}` }
}

function missing(reason: string): NotProvided {
  return {
    path: null,
    line: `Chromium: none. ${reason}\nInstall Chromium or Google Chrome, or set CHROMIUM_PATH to one, and run this again.`,
  }
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-6).join('\n')
}
