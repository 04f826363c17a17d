import type { ComponentKind } from '../component-kind.ts'

export const PEOPLE: readonly ComponentKind[] = [
  {
    kind: 'client',
    title: 'Client',
    group: 'people',
    traits: ['source'],
    aliases: ['browser', 'web client', 'web app', 'website', 'frontend', 'front end', 'spa', 'desktop', 'ui'],
    technologies: ['React', 'Angular', 'Vue.js', 'Next.js', 'Electron'],
    icon: [
      'M4.5 4h15a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-15a1.5 1.5 0 0 1-1.5-1.5v-13a1.5 1.5 0 0 1 1.5-1.5z',
      'M3 9.25h18',
      'M6.4 6.6h.01',
      'M9.4 6.6h.01',
    ],
  },
  {
    kind: 'mobile',
    title: 'Mobile app',
    group: 'people',
    traits: ['source'],
    aliases: ['phone', 'smartphone', 'app', 'tablet', 'device', 'iot device'],
    technologies: ['iOS', 'Android', 'Flutter', 'React Native'],
    icon: ['M8.5 2.5h7a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z', 'M11 18.25h2'],
  },
  {
    kind: 'person',
    title: 'Person',
    group: 'people',
    traits: ['source'],
    aliases: ['user', 'actor', 'people', 'customer', 'admin', 'operator', 'human'],
    technologies: [],
    icon: ['M12 3a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 1 0 0-8.5z', 'M4 21c.4-4.3 3.4-6.5 8-6.5s7.6 2.2 8 6.5'],
  },
]
