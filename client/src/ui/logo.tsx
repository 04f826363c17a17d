/** Three drawbars, pulled out to different lengths. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable="false">
      <path d="M4 1v8M10 1v13M16 1v5" stroke="currentColor" strokeWidth="1.6" fill="none" />
      <rect x="1.5" y="8" width="5" height="4" rx="1.2" fill="var(--accent)" />
      <rect x="7.5" y="14" width="5" height="4" rx="1.2" fill="var(--accent)" />
      <rect x="13.5" y="5" width="5" height="4" rx="1.2" fill="var(--accent)" />
    </svg>
  )
}
