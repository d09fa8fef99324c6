import { useApolloClient, useMutation } from "@apollo/client/react";
import { useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { reconnectLive } from "../apollo/make-client";
import { MeDocument, SignOutDocument } from "../gql/graphql";
import { toast } from "../ui/Toasts";
import { describeFailure } from "../vocabulary/error-words";
import type { Account } from "./useMe";

type SessionDeeds = {
  /** After signing in: forgets what the visitor saw and goes to `next`, or home. */
  begin: (me: Account, next: string | undefined) => Promise<void>;
  /** Signs a visitor in without leaving the page: what was public stays, what is personal is asked anew. */
  beginHere: (me: Account) => Promise<void>;
  /** Ends the session on the server first; when that fails, the person is told and stays signed in. */
  signOut: () => Promise<void>;
};

/** What happens on this screen when somebody signs in or out: nothing of the previous person stays in memory. */
export function useSession(): SessionDeeds {
  const client = useApolloClient();
  const router = useRouter();
  const { i18n } = useLingui();
  const [signOutOnServer] = useMutation(SignOutDocument);

  function become(me: Account | null): void {
    client.cache.writeQuery({ query: MeDocument, data: { me } });
    reconnectLive(client);
  }

  async function begin(me: Account, next: string | undefined): Promise<void> {
    await client.clearStore();
    become(me);
    await askRights();
    await router.navigate({ href: safeNext(next), replace: true });
  }

  async function beginHere(me: Account): Promise<void> {
    become(me);
    await askRights();
  }

  /** The answer to signing in was made before there was a session; what it allows is asked within it. */
  async function askRights(): Promise<void> {
    await client.query({ query: MeDocument, fetchPolicy: "network-only" });
  }

  async function signOut(): Promise<void> {
    try {
      await signOutOnServer();
    } catch (failure) {
      toast.refused(describeFailure(i18n, failure));
      return;
    }
    await client.clearStore();
    become(null);
    await router.navigate({ to: "/sign-in", replace: true });
  }

  return { begin, beginHere, signOut };
}

/** Only a path of this origin may be returned to; anything else goes home. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next)) return import.meta.env.BASE_URL;
  return next;
}
