import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { DropSynonymsDocument, type SynonymsRowFragment } from "../../gql/graphql";

/** Lets words stand for themselves again, after asking. */
export function DropSynonyms({ row, onDone }: { row: SynonymsRowFragment; onDone: () => void }) {
  const { t } = useLingui();
  const words = row.words.join("、");
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(DropSynonymsDocument, (data) => data.dropSearchSynonyms);

  async function drop(): Promise<void> {
    if (await act({ input: { id: row.id, version: row.version } })) toast.ok(t`已删除`);
    setAsking(false);
    onDone();
  }

  return (
    <>
      <Button size="xs" variant="default" aria-label={t`删除 ${words}`} onClick={() => setAsking(true)}>
        <Trans>删除</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`删除同义词 ${words}？`}
        confirmLabel={t`删除`}
        danger
        busy={busy}
        onConfirm={() => void drop()}
      >
        <Trans>之后搜索其中一个词，不再找到其他词的商品。</Trans>
      </ConfirmDialog>
    </>
  );
}
