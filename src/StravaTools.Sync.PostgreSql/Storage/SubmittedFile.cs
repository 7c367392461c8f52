using StravaTools.Sync.Model;

namespace StravaTools.Sync.PostgreSql.Storage;

/// <summary>A file that is handed over to the workers.</summary>
/// <param name="Fact">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SubmittedFile(SyncFact Fact, ReadOnlyMemory<byte> Content);
