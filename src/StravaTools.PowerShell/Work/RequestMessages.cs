using StravaTools.Http.Transport;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Shows requests to users who ask for them with -Verbose or -Debug.</summary>
internal static class RequestMessages
{
    /// <summary>Writes one verbose line, and the headers and the body as a debug message.</summary>
    public static void WriteRequest(this IEngine engine, CompletedRequest request)
    {
        engine.WriteVerbose(request.ToString());
        engine.WriteDebug(request.Details);
    }
}
