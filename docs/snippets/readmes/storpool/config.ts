// #region shown
import { fromConfig } from '@x/storpool/config'

const storpool = await fromConfig()
// #endregion
