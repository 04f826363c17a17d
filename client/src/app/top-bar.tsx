import { ROLE_NAMES } from '@drawbar/shared/people/role.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { Keyboard, PanelRightClose, PanelRightOpen, UserPlus } from 'lucide-react'
import { Link } from 'wouter'
import { PhaseClock } from '../clock/phase-clock.tsx'
import { BringEveryoneButton } from '../people/bring-everyone-button.tsx'
import { PeopleBar } from '../people/people-bar.tsx'
import { PeopleMenu } from '../people/people-menu.tsx'
import { useSessionState } from '../session/use-session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Logo } from '../ui/logo.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { path } from './path.ts'
import { RoomMenu } from './room-menu.tsx'
import { openDialog } from './room-view.ts'
import { SavePill } from './save-pill.tsx'
import styles from './top-bar.module.css'

export interface TopBarProps {
  /** Whether there is little room. */
  readonly narrow: boolean
  readonly panelOpen: boolean
  readonly onPanel: () => void
}

/** What is held, where it stands, who is here, and whether it is saved. */
export function TopBar({ narrow, panelOpen, onPanel }: TopBarProps) {
  const role = useSessionState((state) => state.role)
  const title = useSessionState(
    (state) => state.question?.whole?.question.title ?? state.question?.presented?.title,
  )
  usePageTitle(title ?? 'Interview')
  return (
    <header className={styles.bar} data-region="bar">
      <div className={styles.start}>
        <Link href={path.home()} className={styles.home} aria-label="Drawbar, to the start page">
          <Logo size={18} />
        </Link>
        <h1 className={classNames(styles.title, narrow && styles.unseen)}>{title ?? 'Interview'}</h1>
        {narrow ? <PhaseClock /> : null}
        {narrow ? null : (
          <Badge tone={role === 'interviewer' ? 'accent' : 'neutral'}>{ROLE_NAMES[role]}</Badge>
        )}
      </div>
      {narrow ? null : <PhaseClock />}
      <div className={styles.end}>
        <SavePill />
        {narrow ? (
          <>
            <PeopleMenu />
            <RoomMenu />
          </>
        ) : (
          <>
            <PeopleBar />
            {role === 'interviewer' ? <InterviewerButtons /> : null}
            <span className={styles.rule} aria-hidden />
            <ThemeSwitch />
            <IconButton label="Keyboard shortcuts" keys="?" onClick={() => openDialog('shortcuts')}>
              <Keyboard size={16} aria-hidden />
            </IconButton>
            <IconButton
              label={panelOpen ? 'Hide the panel' : 'Show the panel'}
              keys="Alt+0"
              aria-expanded={panelOpen}
              aria-controls="panel"
              onClick={onPanel}
            >
              {panelOpen ? (
                <PanelRightClose size={16} aria-hidden />
              ) : (
                <PanelRightOpen size={16} aria-hidden />
              )}
            </IconButton>
          </>
        )}
      </div>
    </header>
  )
}

function InterviewerButtons() {
  const roundState = useSessionState((state) => state.interview.state)
  const end = can('interviewer', 'seal-round', roundState)
  return (
    <>
      <BringEveryoneButton />
      <IconButton label="Invite people" onClick={() => openDialog('share')}>
        <UserPlus size={16} aria-hidden />
      </IconButton>
      <Button size="small" blocked={end.allowed ? null : end.reason} onClick={() => openDialog('end')}>
        End
      </Button>
    </>
  )
}
