# Speaks to WIA, Windows' own scanner service, and answers in JSON lines (UTF-8), one for each thing that happened:
#   {"is":"device","id":…,"name":…,"sources":["flatbed","feeder","duplex"],"resolutions":[…],"width":mm,"height":mm}
#   {"is":"page","file":…}   {"is":"end"}   {"is":"problem","code":"0x80210002"}   {"is":"policy"}
# Before every sheet but the first it waits for a line on its input, so the sheet before is safe by then; an input that ended ends the stack.
param(
  [switch]$List, [string]$Device, [string]$Source = 'flatbed', [int]$Dpi = 0, [int]$Intent = 2,
  [double]$Width = 210, [double]$Height = 297, [string]$Folder, [string]$Stop, [switch]$Own
)
# A company's policy may forbid all that follows; these words alone are always allowed.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  '{"is":"policy"}'
  exit 0
}

$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding($false)

function Say($what) { [Console]::Out.WriteLine((ConvertTo-Json $what -Compress)); [Console]::Out.Flush() }

function Get-Value($properties, [string]$id) {
  try { return $properties.Item($id).Value } catch { return $null }
}

# Drivers refuse single properties for reasons of their own: each is tried alone.
function Set-Value($properties, [string]$id, $value) {
  try { $properties.Item($id).Value = $value } catch { }
}

function Get-Resolutions($item) {
  try {
    $property = $item.Properties.Item('6147')
    if ($property.SubType -eq 2) { return @($property.SubTypeValues) }
    $usual = @(75, 100, 150, 200, 240, 300, 400, 600)
    if ($property.SubType -eq 1) { return @($usual | Where-Object { $_ -ge $property.SubTypeMin -and $_ -le $property.SubTypeMax }) }
  } catch { }
  return @(200)
}

function Get-Code($problem) {
  $exception = $problem.Exception
  while ($null -ne $exception.InnerException) { $exception = $exception.InnerException }
  return ('0x{0:X8}' -f $exception.HResult)
}

try {
  $manager = New-Object -ComObject WIA.DeviceManager
  if ($List) {
    foreach ($each in $manager.DeviceInfos) {
      if ($each.Type -ne 1) { continue }
      try {
        $name = Get-Value $each.Properties 'Name'
        $open = $each.Connect()
        $can = [int](Get-Value $open.Properties '3086')
        $sources = @()
        if ($can -band 2 -or $can -eq 0) { $sources += 'flatbed' }
        if ($can -band 1) { $sources += 'feeder' }
        if ($can -band 4) { $sources += 'duplex' }
        # Thousandths of an inch.
        $wide = Get-Value $open.Properties '3074'
        $high = Get-Value $open.Properties '3075'
        Say @{
          is = 'device'; id = $each.DeviceID; name = "$name"; sources = $sources; resolutions = @(Get-Resolutions $open.Items.Item(1))
          width = $(if ($wide) { [Math]::Round($wide * 0.0254, 1) } else { 210 }); height = $(if ($high) { [Math]::Round($high * 0.0254, 1) } else { 297 })
        }
      } catch { continue }
    }
    Say @{ is = 'end' }
    exit 0
  }

  $chosen = $null
  foreach ($each in $manager.DeviceInfos) { if ($each.DeviceID -eq $Device) { $chosen = $each } }
  if ($null -eq $chosen) { Say @{ is = 'problem'; code = '0x80210015' }; exit 0 }
  $scanner = $chosen.Connect()
  $item = $scanner.Items.Item(1)
  $select = @{ flatbed = 2; feeder = 1; duplex = 5 }[$Source]
  Set-Value $scanner.Properties '3088' $select
  Set-Value $scanner.Properties '3096' 1
  if (-not $Own) {
    Set-Value $item.Properties '6146' $Intent
    Set-Value $item.Properties '6147' $Dpi
    Set-Value $item.Properties '6148' $Dpi
    Set-Value $item.Properties '6149' 0
    Set-Value $item.Properties '6150' 0
    Set-Value $item.Properties '6151' ([int]($Width / 25.4 * $Dpi))
    Set-Value $item.Properties '6152' ([int]($Height / 25.4 * $Dpi))
  }
  $jpeg = '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}'
  $endings = @{
    '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}' = 'jpg'; '{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}' = 'bmp'
    '{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}' = 'png'; '{B96B3CB1-0728-11D3-9D7B-0000F81EF32E}' = 'tif'
  }
  for ($side = 1; ; $side++) {
    if (Test-Path -LiteralPath $Stop) { break }
    $image = $item.Transfer($jpeg)
    # Some drivers answer BMP whatever is asked.
    $ending = $endings["$($image.FormatID)".ToUpperInvariant()]
    if (-not $ending) { $ending = 'img' }
    $file = Join-Path $Folder ('p{0:D4}.{1}' -f $side, $ending)
    $image.SaveFile("$file.part")
    Move-Item -LiteralPath "$file.part" -Destination $file
    Say @{ is = 'page'; file = $file }
    if ($Source -eq 'flatbed') { break }
    if ($null -eq [Console]::In.ReadLine()) { break }
  }
  Say @{ is = 'end' }
} catch {
  Say @{ is = 'problem'; code = (Get-Code $_) }
}
