import { can } from '@drawbar/shared/people/can.ts'
import { Ellipsis, Focus, Keyboard, UserPlus } from 'lucide-react'
import { useSessionState } from '../session/use-session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuItem, MenuRule } from '../ui/menu.tsx'
import { chooseTheme, useThemeChoice } from '../ui/theme.ts'
import { openDialog } from './room-view.ts'

/** What does not fit into the top bar of a small screen. */
export function RoomMenu() {
  const role = useSessionState((state) => state.role)
  const roundState = useSessionState((state) => state.interview.state)
  const board = useSessionState((state) => state.board)
  const theme = useThemeChoice()
  const end = can(role, 'seal-round', roundState)
  return (
    <Menu
      trigger={
        <IconButton label="Room menu">
          <Ellipsis size={18} aria-hidden />
        </IconButton>
      }
    >
      {role === 'interviewer' ? (
        <>
          <MenuItem icon={UserPlus} onSelect={() => openDialog('share')}>
            Invite people
          </MenuItem>
          <MenuItem icon={Focus} onSelect={() => board?.bringEveryoneHere()}>
            Bring everyone here
          </MenuItem>
        </>
      ) : null}
      <MenuItem icon={Keyboard} onSelect={() => openDialog('shortcuts')}>
        Keyboard shortcuts
      </MenuItem>
      <MenuRule />
      <MenuChoice
        label="Theme"
        value={theme}
        options={[
          { value: 'system', name: 'As the system' },
          { value: 'light', name: 'Light' },
          { value: 'dark', name: 'Dark' },
        ]}
        onChange={chooseTheme}
      />
      {role === 'interviewer' ? (
        <>
          <MenuRule />
          <MenuItem
            danger
            disabled={!end.allowed}
            detail={end.allowed ? undefined : end.reason}
            onSelect={() => openDialog('end')}
          >
            End the interview…
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}
