import type { ComponentKind } from '../component-kind.ts'

export const OUTSIDE: readonly ComponentKind[] = [
  {
    kind: 'third-party',
    title: 'Third party',
    group: 'outside',
    traits: ['outside'],
    aliases: [
      'external',
      'external service',
      'external system',
      'vendor',
      'partner',
      'provider',
      'saas',
      'payment provider',
      'identity provider',
    ],
    technologies: [
      'Stripe',
      'PayPal',
      'Adyen',
      'Auth0',
      'Okta',
      'Google Maps',
      'APNs',
      'FCM',
      'Twilio',
      'SendGrid',
      'Mailgun',
      'OpenAI',
      'Salesforce',
      'Slack',
      'GitHub',
    ],
    icon: ['M7 19.25a4.75 4.75 0 0 1-.75-9.44 6 6 0 0 1 11.6-.01 4.75 4.75 0 0 1-.35 9.45z'],
  },
]
