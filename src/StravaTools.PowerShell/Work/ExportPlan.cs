using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Work;

/// <summary>The options of Export-ActivityFile for all its files.</summary>
internal sealed record ExportPlan(ActivityFileFormat? Format, bool Gzip, bool Force, bool PassThru);
