import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Monitor, Smartphone } from "lucide-react";
import { EndSessionDocument, MySessionsDocument, type MySessionsQuery } from "../gql/graphql";
import { DateText } from "../ui/DateText";
import { ErrorState } from "../ui/ErrorState";
import { ListSkeleton } from "../ui/Skeletons";
import { toast } from "../ui/Toasts";
import { describeFailure, wordsForError } from "../vocabulary/error-words";
import { ChangePassword } from "./ChangePassword";
import { nameOfDevice } from "./device-name";
import css from "./Sessions.module.css";

type Session = MySessionsQuery["mySessions"][number];

/** Where this account is signed in, with a way to end each, and the change of the password. */
export function Sessions() {
  const { data, error, refetch } = useQuery(MySessionsDocument);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <div className={`stack ${css.page}`}>
      <section className="card" aria-labelledby="devices">
        <h2 id="devices">
          <Trans>登录中的设备</Trans>
        </h2>
        <ul className="list">
          {data.mySessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </section>
      <ChangePassword />
    </div>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useLingui();
  const end = useEndSession();
  const device = nameOfDevice(session.userAgent);
  const Icon = device.phone ? Smartphone : Monitor;
  return (
    <li className={css.session}>
      <Icon size={20} strokeWidth={1.5} color="var(--ink-2)" aria-hidden />
      <div>
        <div>{device.words || t`未知设备`}</div>
        <div className="muted small">
          {session.ip && <span>{session.ip} · </span>}
          <Trans>
            最近使用 <DateText at={session.lastSeenAt} as="relative" />
          </Trans>
        </div>
      </div>
      {session.current ? (
        <span className="muted small">
          <Trans>当前设备</Trans>
        </span>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={end.busy}
          aria-label={`${t`结束登录`} ${device.words}`}
          onClick={() => void end.now(session.id)}
        >
          <Trans>结束登录</Trans>
        </Button>
      )}
    </li>
  );
}

function useEndSession() {
  const { i18n, t } = useLingui();
  const client = useApolloClient();
  const [mutate, { loading }] = useMutation(EndSessionDocument);
  return {
    busy: loading,
    async now(sessionId: string): Promise<void> {
      try {
        const { data } = await mutate({ variables: { input: { sessionId } } });
        const refused = data?.endSession.userErrors[0];
        if (refused) return toast.refused(wordsForError(i18n, refused));
        await client.refetchQueries({ include: [MySessionsDocument] });
        toast.ok(t`已结束该设备的登录`);
      } catch (failure) {
        toast.refused(describeFailure(i18n, failure));
      }
    },
  };
}
