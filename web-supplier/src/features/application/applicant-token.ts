import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

const slot = "kaidan.application";

/**
 * The applicant's private token: from the address behind "#", which no server ever sees, else the one this device
 * remembers. Undefined before the first save.
 */
export function useApplicantToken(): string | undefined {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash) rememberToken(hash);
  }, [hash]);
  return hash || recall();
}

/** Keeps the token on this device, so that the applicant may come back without the link. */
export function rememberToken(token: string): void {
  try {
    localStorage.setItem(slot, token);
  } catch {
    return;
  }
}

/** For a link that no longer opens anything, or a second application from this device. */
export function forgetToken(): void {
  try {
    localStorage.removeItem(slot);
  } catch {
    return;
  }
}

// Private windows may refuse storage; the address then carries the token alone.
function recall(): string | undefined {
  try {
    return localStorage.getItem(slot) ?? undefined;
  } catch {
    return undefined;
  }
}
