import { Alert, Button, Checkbox, Fieldset, Modal, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/components/CopyField';
import { Form, useFields } from '@/components/form';
import { useCreateApiToken } from '@/lib/api/account/apiTokens';
import type { Permission } from '@/lib/api/types';
import { limits } from './tokenLimits';

const lifetimes = ['7', '30', '90', '365'];

export function NewApiToken() {
  const { t } = useTranslation(['account', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" w="fit-content" leftSection={<IconKey size={18} aria-hidden />} onClick={dialog.open}>
        {t('tokens.new')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('tokens.newTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <TokenForm onDone={dialog.close} />
      </Modal>
    </>
  );
}

function TokenForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['account', 'common']);
  const create = useCreateApiToken();
  const form = useFields({ name: '', days: '90' }, create.error);
  const [scope, setScope] = useState<string[]>([]);
  const { name, days } = form.values;

  if (create.data) {
    return (
      <Stack>
        <Alert role="status" color="marigold" icon={<IconKey aria-hidden />} title={t('tokens.madeTitle')}>
          {t('tokens.made')}
        </Alert>
        <CopyField label={name} value={create.data.token} />
        <Button onClick={onDone}>{t('common:close')}</Button>
      </Stack>
    );
  }
  return (
    <Form
      onSubmit={() => create.mutate({ name, days: Number(days), ...(scope.length > 0 && { scope: scope as Permission[] }) })}
      failure={create.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={create.isPending}>
          {t('tokens.submit')}
        </Button>
      }
    >
      <TextInput {...form.field('name')} label={t('tokens.name')} description={t('tokens.nameHint')} autoComplete="off" required data-autofocus />
      <NativeSelect {...form.field('days')} label={t('tokens.days')} data={lifetimes.map((count) => ({ value: count, label: t('tokens.dayCount', { count: Number(count) }) }))} />
      <Fieldset legend={t('tokens.scope')}>
        <Checkbox.Group value={scope} onChange={setScope} description={t('tokens.scopeHint')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {limits.map((permission) => (
              <Checkbox key={permission} value={permission} label={t(`tokens.permission.${permission}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </Fieldset>
    </Form>
  );
}
