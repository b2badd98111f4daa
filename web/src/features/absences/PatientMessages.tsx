import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientMessage } from '@/lib/api/types';
import classes from './PatientMessages.module.css';

/** What is mailed to whom, and who has to be called because there is no address. */
export function PatientMessages({ messages }: { messages: PatientMessage[] }) {
  const { t } = useTranslation('absences');
  const mailed = messages.filter(({ email }) => email);
  const called = messages.filter(({ email }) => !email);
  return (
    <Stack>
      {mailed.length > 0 && (
        <Stack component="ul" className={classes.list}>
          {mailed.map(({ appointmentId, patientName, email, subject, text }) => (
            <Paper component="li" key={appointmentId} p="md">
              <Text fw={650}>{t('messages.to', { patient: patientName, email })}</Text>
              <Text>{subject}</Text>
              <Text size="sm" className={classes.text}>
                {text}
              </Text>
            </Paper>
          ))}
        </Stack>
      )}
      {called.length > 0 && (
        <div>
          <Title order={3}>{t('messages.call')}</Title>
          <List mt="xs">
            {called.map(({ appointmentId, patientName, phone, subject }) => (
              <List.Item key={appointmentId}>{t(phone ? 'messages.callOn' : 'messages.noPhone', { patient: patientName, phone, subject })}</List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}
