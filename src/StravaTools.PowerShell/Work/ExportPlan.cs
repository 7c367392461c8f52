using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Work;

/// <summary>What Export-ActivityFile was told, the same for all its files.</summary>
internal sealed record ExportPlan(ActivityFileFormat? Format, bool Gzip, bool Force, bool PassThru);
