import { Shell } from '@/components/shell/shell'

export default function DeskLayout({ children }: LayoutProps<'/'>) {
  return <Shell>{children}</Shell>
}
