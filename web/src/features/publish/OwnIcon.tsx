import { Button, FileInput, Group, Image, Stack, Text } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useChangeIcon } from '@/lib/api/marketplace/icon';
import { packFile } from '@/lib/api/marketplace/packFiles';
import { LARGEST_FILE } from '@/lib/fileText';
import { browserZone, useTimes } from '@/lib/times';

interface Props {
  clinicId?: string;
  /** None: the icon is the product's own. */
  uploadedAt?: string;
}

/** The icon as it is handed in, and the way to put one of one's own in its place. */
export function OwnIcon({ clinicId, uploadedAt }: Props) {
  const { t } = useTranslation('papers');
  const times = useTimes(browserZone());
  const change = useChangeIcon(clinicId);
  const [file, setFile] = useState<File | null>(null);
  const tooLarge = file !== null && file.size > LARGEST_FILE;
  const refused = file && change.error?.errors?.find(({ field }) => field === 'png')?.message;
  const choose = (chosen: File | null) => {
    change.reset();
    setFile(chosen);
    if (chosen && chosen.size <= LARGEST_FILE) change.mutate(chosen, { onSuccess: () => setFile(null) });
  };
  return (
    <Group align="flex-start">
      <Image src={`${packFile('pictures', 'icon.png', clinicId)}?of=${uploadedAt ?? 'made'}`} alt={t('icon.alt')} w={80} h={80} />
      <Stack gap="xs" flex={1} miw={220}>
        <Text size="sm" role="status">
          {change.isPending ? t('icon.saving') : uploadedAt ? t('icon.own', { time: times.dateTime(uploadedAt) }) : t('icon.made')}
        </Text>
        <FileInput
          label={t('icon.choose')}
          description={t('icon.hint')}
          accept="image/png"
          clearable
          leftSection={<IconPhotoUp size={18} aria-hidden />}
          disabled={change.isPending}
          value={file}
          onChange={choose}
          error={tooLarge ? t('icon.tooLarge') : refused}
        />
        {uploadedAt && (
          <Button variant="default" size="sm" w="fit-content" disabled={change.isPending} onClick={() => change.mutate(undefined)}>
            {t('icon.remove')}
          </Button>
        )}
        {!refused && <ProblemAlert failure={change.error} />}
      </Stack>
    </Group>
  );
}
