import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { ErrorState } from "../ui/ErrorState";
import { PageSkeleton } from "../ui/Skeletons";
import { useMe } from "./useMe";

/** Shows its children to a signed-in person; anybody else is sent to sign in and brought back here afterwards. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { me, failed } = useMe();
  if (failed) return <ErrorState />;
  if (me === undefined) return <PageSkeleton />;
  if (me === null) return <GoToSignIn />;
  return children;
}

function GoToSignIn() {
  const router = useRouter();
  // Once, with the address of this moment: the router's <Navigate> goes again at every rendering, and while it is on its
  // way the address is already that of the sign-in page.
  useEffect(() => {
    const next = router.latestLocation.publicHref;
    void router.navigate({ to: "/sign-in", search: { next }, replace: true });
  }, [router]);
  return <PageSkeleton />;
}
