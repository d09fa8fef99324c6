import { useLocation } from "@tanstack/react-router";
import { SetPasswordByLink } from "./SetPasswordByLink";

/** `/set-password#<token>`: the token stands behind "#" so that no server log ever holds it. */
export function SetPasswordPage() {
  const token = useLocation({ select: (location) => location.hash });
  return <SetPasswordByLink token={token} />;
}
