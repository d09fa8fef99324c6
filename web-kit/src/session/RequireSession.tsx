import { Navigate, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ErrorState } from "../ui/ErrorState";
import { PageSkeleton } from "../ui/Skeletons";
import { useMe } from "./useMe";

/** Shows its children to a signed-in person; anybody else is sent to sign in and brought back here afterwards. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { me, failed } = useMe();
  const here = useRouterState({ select: (state) => state.location.publicHref });
  if (failed) return <ErrorState />;
  if (me === undefined) return <PageSkeleton />;
  if (me === null) return <Navigate to="/sign-in" search={{ next: here }} replace />;
  return children;
}
