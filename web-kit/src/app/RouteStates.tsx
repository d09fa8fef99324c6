import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorState, NotFoundState } from "../ui/ErrorState";
import { PageSkeleton } from "../ui/Skeletons";

/** The router's answer when a page or its query failed; trying again runs the loader anew. */
function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

function RouteNotFound() {
  return <NotFoundState home={import.meta.env.BASE_URL} />;
}

/** For an address outside every frame; pages inside one are framed already. */
export function BareNotFound() {
  return (
    <main id="main">
      <RouteNotFound />
    </main>
  );
}

/** Loading, failing and missing look the same on every page of every app; spread this into `createRouter`. */
export const routeStates = {
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultGcTime: 0,
  defaultPreload: "intent",
  scrollRestoration: true,
} as const;
