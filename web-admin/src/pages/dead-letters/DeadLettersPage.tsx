import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type DeadLetterRowFragment, DeadLettersPageDocument, RetryDeadLetterDocument } from "../../gql/graphql";
import css from "./DeadLettersPage.module.css";

/** Deliveries that were given up after many tries; nothing of them is lost, each can be tried again. */
export function DeadLettersPage() {
  const { t } = useLingui();
  const list = useListQuery(DeadLettersPageDocument, {});
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`失败的投递`}>
        <Trans>系统内部通知多次尝试仍未送达。排除原因后重试即可，重复投递不会造成重复结果。</Trans>
      </PageHeader>
      <ListTable
        list={list}
        of={({ deadLetters }) => deadLetters}
        label={t`失败的投递`}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <EmptyState title={t`没有失败的投递`}>
            <Trans>一切都已送达。</Trans>
          </EmptyState>
        }
        actionsLabel={t`操作`}
        rowActions={(letter) => <Retry letter={letter} onDone={list.refetch} />}
      />
    </>
  );
}

function useColumns(): Column<DeadLetterRowFragment>[] {
  const { t } = useLingui();
  return [
    {
      key: "fact",
      head: t`事件`,
      narrow: "title",
      cell: ({ factKind }) => <span className="mono">{factKind}</span>,
    },
    { key: "listener", head: t`接收方`, cell: ({ listener }) => <span className="mono">{listener}</span> },
    { key: "subject", head: t`对象`, cell: ({ subject }) => <span className="mono">{subject}</span> },
    { key: "attempts", head: t`尝试次数`, align: "end", cell: ({ attempts }) => attempts },
    {
      key: "error",
      head: t`最后的错误`,
      cell: ({ lastError }) => (
        <details className={css.error}>
          <summary>{lastError.split("\n")[0]}</summary>
          <pre>{lastError}</pre>
        </details>
      ),
    },
    { key: "at", head: t`放弃时间`, cell: ({ at }) => <DateText at={at} as="absolute" /> },
  ];
}

function Retry({ letter, onDone }: { letter: DeadLetterRowFragment; onDone: () => void }) {
  const { t } = useLingui();
  const { act, busy } = useAct(RetryDeadLetterDocument, (data) => data.retryDeadLetter);
  const subject = `${letter.factKind} → ${letter.listener}`;
  async function retry(): Promise<void> {
    if (await act({ input: { deadLetterId: letter.id } })) toast.ok(t`已重新排队投递`);
    onDone();
  }
  return (
    <Button size="xs" variant="default" loading={busy} aria-label={t`重试 ${subject}`} onClick={() => void retry()}>
      <Trans>重试</Trans>
    </Button>
  );
}
