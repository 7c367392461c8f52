namespace Benchmarks;

/// <summary>The response that all servers of run.sh send.</summary>
internal static class UploadResponse
{
    public const string ContentType = "application/json; charset=utf-8";

    public static ReadOnlySpan<byte> Body => """
        {"id":123456,"id_str":"123456","external_id":"98765.gpx",
        "error":null,"status":"Your activity is ready.","activity_id":123457}
        """u8;
}
