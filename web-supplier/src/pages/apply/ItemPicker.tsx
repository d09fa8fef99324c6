import { useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { itemsByCategory } from "../../features/service/items-by-category";
import type { ItemChoiceFragment } from "../../gql/graphql";

type ItemPickerProps = {
  items: readonly ItemChoiceFragment[];
  chosen: readonly string[];
  error?: string;
  onAdd: (itemId: string) => void;
};

/** Adds one more item to the offer; what is chosen already is not offered again. */
export function ItemPicker({ items, chosen, error, onAdd }: ItemPickerProps) {
  const { t, i18n } = useLingui();
  const left = items.filter(({ id }) => !chosen.includes(id));
  return (
    <div className="card">
      <Select
        label={t`添加服务项目`}
        placeholder={t`搜索或选择`}
        searchable
        data={itemsByCategory(left, i18n.locale)}
        value={null}
        error={error}
        nothingFoundMessage={t`没有找到`}
        onChange={(itemId) => itemId && onAdd(itemId)}
      />
    </div>
  );
}
