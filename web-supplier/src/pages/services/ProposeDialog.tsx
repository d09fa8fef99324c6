import { useQuery } from "@apollo/client/react";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { useLingui } from "@lingui/react/macro";
import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ServiceGroup } from "../../features/service/group";
import { ServiceItemsDocument, type ServiceSheetFragment } from "../../gql/graphql";
import { ProposeForm } from "./ProposeForm";

type ProposeDialogProps = {
  /** An item's id, "new", or undefined while the dialog is closed. */
  propose: string | undefined;
  groups: readonly ServiceGroup<ServiceSheetFragment>[];
  /** Where the supplier works. */
  regions: readonly { code: string; name: string }[];
  onClose: () => void;
  onDone: () => void;
};

/** New terms for an item of ours, or a new item. Full screen on a phone. */
export function ProposeDialog({ propose, groups, regions, onClose, onDone }: ProposeDialogProps) {
  const { t } = useLingui();
  const phone = useMediaQuery("(max-width: 640px)");
  const group = groups.find(({ item }) => item.id === propose);
  const held = group?.proposed ?? group?.current ?? group?.rejected ?? group?.scheduled[0];
  const opened = propose === "new" || held !== undefined;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={held ? t`调整价格` : t`新增服务`}
      fullScreen={phone}
      size="lg"
      closeButtonProps={{ "aria-label": t`关闭` }}
    >
      {held ? (
        <ProposeForm items={[held.item]} regions={regions} held={held} onClose={onClose} onDone={onDone} />
      ) : (
        <NewItem
          taken={new Set(groups.map(({ item }) => item.id))}
          regions={regions}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </Modal>
  );
}

type NewItemProps = Pick<ProposeDialogProps, "regions"> & {
  taken: ReadonlySet<string>;
  onClose: () => void;
  onDone: () => void;
};

function NewItem({ taken, regions, onClose, onDone }: NewItemProps) {
  const { data, error, refetch } = useQuery(ServiceItemsDocument);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={3} />;
  const items = data.serviceItems.filter(({ id }) => !taken.has(id));
  return <ProposeForm items={items} regions={regions} onClose={onClose} onDone={onDone} />;
}
