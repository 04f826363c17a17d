/** The token of an `Authorization: Bearer` header; undefined where there is none of ours. */
export function bearerToken(header: string | undefined): string | undefined {
  const match = /^Bearer ([A-Za-z0-9_-]{16,128})$/i.exec(header ?? '')
  return match?.[1]
}
