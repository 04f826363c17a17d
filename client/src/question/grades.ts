/** How well a question can be answered, worst first. */
export const GRADES = [
  { grade: 'weak', name: 'Weak' },
  { grade: 'fair', name: 'Fair' },
  { grade: 'good', name: 'Good' },
  { grade: 'excellent', name: 'Excellent' },
] as const
