import { PublicFrame } from '@/components/users/public-frame'

export default function PublicLayout({ children }: LayoutProps<'/'>) {
  return <PublicFrame>{children}</PublicFrame>
}
