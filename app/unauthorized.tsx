/** Never seen: strangers are sent to sign in. Without it Next sends one of its own, with its styles, in every page. */
export default function UnauthorizedPage() {
  return null
}
