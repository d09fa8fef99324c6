import { useApolloClient, useMutation } from "@apollo/client/react";
import { useRouter } from "@tanstack/react-router";
import { reconnectLive } from "../apollo/make-client";
import { MeDocument, SignOutDocument } from "../gql/graphql";
import type { Account } from "./useMe";

/** What happens on this screen when somebody signs in or out: nothing of the previous person stays in memory. */
export function useSession() {
  const client = useApolloClient();
  const router = useRouter();
  const [signOutOnServer] = useMutation(SignOutDocument);

  return {
    async begin(me: Account, next: string | undefined): Promise<void> {
      await client.clearStore();
      client.cache.writeQuery({ query: MeDocument, data: { me } });
      reconnectLive(client);
      await router.navigate({ href: safeNext(next), replace: true });
    },
    /** Signs a visitor in without leaving the page: what was public stays, what is personal is asked anew. */
    beginHere(me: Account): void {
      client.cache.writeQuery({ query: MeDocument, data: { me } });
      reconnectLive(client);
    },
    async signOut(): Promise<void> {
      await signOutOnServer();
      await client.clearStore();
      client.cache.writeQuery({ query: MeDocument, data: { me: null } });
      reconnectLive(client);
      await router.navigate({ to: "/sign-in", replace: true });
    },
  };
}

/** Only a path of this origin may be returned to; anything else goes home. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next)) return import.meta.env.BASE_URL;
  return next;
}
