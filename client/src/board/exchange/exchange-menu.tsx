import { TldrawUiMenuGroup, TldrawUiMenuItem, TldrawUiMenuSubmenu, useEditor, useReadonly } from 'tldraw'
import { addToast } from '../../ui/toasts.ts'
import {
  copyAs,
  EXCHANGE_FORMATS,
  FORMAT_NAMES,
  saveAs,
  type CopyPort,
  type CopyResult,
  type ExchangeFormat,
  type SavePort,
} from './copy-as.ts'
import { openFile, type Opened, type OpenPorts } from './open-content.ts'

const OPENED_FILES = '.excalidraw,.tldr,.mmd,.mermaid,.md,.json,image/png,image/jpeg,image/webp,image/gif'

export interface ExchangeMenuProps {
  readonly ports: OpenPorts
}

/** "Copy as", "Save as" and "Open file…", for tldraw's main menu and its context menu. */
export function ExchangeMenu({ ports }: ExchangeMenuProps) {
  const editor = useEditor()
  const isReadonly = useReadonly()
  return (
    <TldrawUiMenuGroup id="exchange">
      {isReadonly ? null : (
        <TldrawUiMenuItem
          id="open-file"
          label="Open file…"
          readonlyOk={false}
          onSelect={() => {
            chooseFile((file) => {
              const at = editor.getViewportPageBounds().center
              void openFile(editor, file, at, ports).then(tellOpened)
            })
          }}
        />
      )}
      <TldrawUiMenuSubmenu id="copy-board-as" label="Copy as">
        <TldrawUiMenuGroup id="copy-board-as-formats">
          {EXCHANGE_FORMATS.map((format) => (
            <TldrawUiMenuItem
              key={format}
              id={`copy-as-${format}`}
              label={FORMAT_NAMES[format]}
              readonlyOk
              onSelect={() =>
                void copyAs(editor, format, CLIPBOARD, Date.now()).then((result) =>
                  tellCopied(result, format, 'Copied'),
                )
              }
            />
          ))}
        </TldrawUiMenuGroup>
      </TldrawUiMenuSubmenu>
      <TldrawUiMenuSubmenu id="save-board-as" label="Save as">
        <TldrawUiMenuGroup id="save-board-as-formats">
          {EXCHANGE_FORMATS.map((format) => (
            <TldrawUiMenuItem
              key={format}
              id={`save-as-${format}`}
              label={FORMAT_NAMES[format]}
              readonlyOk
              onSelect={() =>
                void saveAs(editor, format, DOWNLOADS, Date.now()).then((result) =>
                  tellCopied(result, format, 'Saved'),
                )
              }
            />
          ))}
        </TldrawUiMenuGroup>
      </TldrawUiMenuSubmenu>
    </TldrawUiMenuGroup>
  )
}

/** Says what became of a file or a paste. */
export function tellOpened(opened: Opened): void {
  if (!opened.ok) addToast({ tone: 'bad', title: opened.title, detail: opened.detail })
  else if (opened.what === 'drawing' && opened.notCarried.length > 0) {
    addToast({ title: 'Opened. Not all of it could be carried over.', detail: opened.notCarried.join(' ') })
  }
}

function tellCopied(result: CopyResult, format: ExchangeFormat, done: 'Copied' | 'Saved'): void {
  if (!result.ok) addToast({ tone: 'bad', title: result.title, detail: result.detail })
  else if (result.notCarried.length === 0) addToast({ title: `${done} as ${FORMAT_NAMES[format]}.` })
  else {
    addToast({
      title: `${done} as ${FORMAT_NAMES[format]}. Not all of it could be carried over.`,
      detail: result.notCarried.join(' '),
    })
  }
}

const CLIPBOARD: CopyPort = {
  writeText: (text) => navigator.clipboard.writeText(text),
  writeImage: (image) => navigator.clipboard.write([new ClipboardItem({ [image.type]: image })]),
}

const DOWNLOADS: SavePort = {
  save({ fileName, content }) {
    const url = URL.createObjectURL(content)
    const link = document.createElement('a')
    link.href = url
    link.download = fileName
    link.click()
    // The download has its own hold on the data once the click was handled.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  },
}

function chooseFile(onFile: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = OPENED_FILES
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) onFile(file)
  })
  input.click()
}
