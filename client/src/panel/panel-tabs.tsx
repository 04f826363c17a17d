import { Tabs } from 'radix-ui'
import { Activity, type ReactNode } from 'react'
import styles from './panel-tabs.module.css'

export interface PanelTab<Id extends string> {
  readonly id: Id
  readonly name: string
  readonly content: ReactNode
  /** Keeps its place but watches nothing while another is looked at: for what follows something that changes often. */
  readonly restsWhileHidden?: boolean
}

export interface PanelTabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly PanelTab<Id>[]
  readonly open: Id
  readonly onOpen: (id: Id) => void
}

/** The panel's tabs. All stay mounted, so that each keeps its place while another is looked at. */
export function PanelTabs<Id extends string>({ label, tabs, open, onOpen }: PanelTabsProps<Id>) {
  return (
    <Tabs.Root
      className={styles.tabs}
      value={open}
      onValueChange={(value) => {
        const tab = tabs.find(({ id }) => id === value)
        if (tab) onOpen(tab.id)
      }}
    >
      <Tabs.List className={styles.list} aria-label={label}>
        {tabs.map(({ id, name }) => (
          <Tabs.Trigger key={id} className={styles.tab} value={id} data-tab={id}>
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content, restsWhileHidden = false }) => (
        <Tabs.Content key={id} className={styles.content} value={id} forceMount hidden={id !== open}>
          <Activity mode={restsWhileHidden && id !== open ? 'hidden' : 'visible'}>{content}</Activity>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}
