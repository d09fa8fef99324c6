type Item = { id: string; name: string; nameEn: string; category: { name: string; nameEn: string } };

/** Choices for a select, under the name of their category. */
export function itemsByCategory(items: readonly Item[], locale: string) {
  const en = locale === "en";
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, nameEn, category } of items) {
    const group = en ? category.nameEn : category.name;
    groups.set(group, [...(groups.get(group) ?? []), { value: id, label: en ? nameEn : name }]);
  }
  return [...groups].map(([group, choices]) => ({ group, items: choices }));
}
